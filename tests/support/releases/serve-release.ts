import { serve } from '../../../scripts/serve.ts';
import { onStop } from '../../../scripts/stop.ts';

// One release of the application in a process of its own: the folder of the build, then PORT and ORIGIN as ever.
const [folder] = process.argv.slice(2);
const stop = await serve(folder);
onStop(stop);
console.log('ready');
