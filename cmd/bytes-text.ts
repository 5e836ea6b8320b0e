// How bytes are shown: as text if they are UTF-8, else as what says that they are not.

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of the bytes, `undefined` if they are not UTF-8. */
export function maybeText(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** `{[name]: text}`, or `{[name]Base64: base64}` of bytes that are not UTF-8. */
export function bytesMember(name: string, bytes: Uint8Array): Record<string, string> {
  const text = maybeText(bytes);
  return text === undefined ? { [`${name}Base64`]: Buffer.from(bytes).toString('base64') } : { [name]: text };
}

/** Bytes for a human: text, or hexadecimal digits if they are not UTF-8. */
export function bytesText(bytes: Uint8Array): string {
  return maybeText(bytes) ?? `0x${Buffer.from(bytes).toString('hex')}`;
}
