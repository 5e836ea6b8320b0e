#!/bin/sh
# Generates gen/client.js and gen/client.d.ts from client.proto. Numbers stay numbers: src/codec.ts checks their range.
set -eu
cd "$(dirname "$0")"
npx --no-install pbjs -t static-module -w esm --force-number --null-semantics -r ledgerline-client --no-service --no-typeurl --no-delimited --no-verify --no-convert \
  --dts -o gen/client.js client.proto
