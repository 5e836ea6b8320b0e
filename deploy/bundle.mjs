// Bundles the compiled `ledgerline` command into few files, build/bin: a process that loads 600 modules one by one needs half a second for that
// alone. Plain JavaScript, run after tsc, in the root of the repository.
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const OUT = join('build', 'bin');

const { metafile } = await build({
  entryPoints: { ledgerline: join('build', 'cmd', 'main.js') },
  outdir: OUT,
  bundle: true,
  // Each command loads its own part.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // It finds its native binary beside itself.
  external: ['classic-level'],
  // Packages in CommonJS ask for Node's own modules.
  banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
// Files of earlier bundles.
for (const name of readdirSync(OUT)) if (metafile.outputs[`build/bin/${name}`] === undefined) rmSync(join(OUT, name));
// The second is what `npx` remembers of checkouts from before there was a bundle.
for (const path of [join(OUT, 'ledgerline.js'), join('build', 'cmd', 'main.js')]) chmodSync(path, 0o755);
