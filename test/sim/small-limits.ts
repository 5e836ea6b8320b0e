// Preloaded (`--import`) into a simulator process: the limits of core, driver and log are then so small that windows, queues, caches and
// batches are full all the time. The constants are rewritten as `consensus/limits.js` is loaded; the code under test stays as it is.
import { register } from 'node:module';

register('./small-limits-hooks.js', import.meta.url);
