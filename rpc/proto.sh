#!/bin/sh
# Generates gen/ from the .proto files of this folder. Numbers stay numbers: the codecs check their range.
set -eu
cd "$(dirname "$0")"
for name in peer health; do
  npx --no-install pbjs -t static-module -w esm --force-number --null-semantics -r "ledgerline-$name" --no-service --no-typeurl --no-delimited --no-verify --no-convert \
    --dts -o "gen/$name.js" "$name.proto"
done
