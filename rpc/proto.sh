#!/bin/sh
# Generates gen/peer.js and gen/peer.d.ts from peer.proto. Numbers stay numbers: peer-codec.ts checks their range.
set -eu
cd "$(dirname "$0")"
npx --no-install pbjs -t static-module -w esm --force-number --null-semantics -r ledgerline-peer --no-service --no-typeurl --no-delimited --no-verify --no-convert \
  --dts -o gen/peer.js peer.proto
