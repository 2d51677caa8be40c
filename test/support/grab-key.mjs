// Another program that holds a shortcut: `node grab-key.mjs B` takes Control+Alt+B of the whole
// screen until it ends. It prints "grabbed" or "refused", and "pressed" for every press it gets.
import x11 from 'x11';

const CONTROL_AND_ALT = 4 | 8;
const CAPS_LOCK = 2;
const NUM_LOCK = 16;
const ASYNCHRONOUS = 1;

const letter = process.argv[2] ?? '';
const keysym = letter.toLowerCase().charCodeAt(0);

const client = x11.createClient((error, display) => {
  if (error) throw error;
  const { min_keycode: first, max_keycode: last } = display;
  const root = display.screen[0].root;
  client.GetKeyboardMapping(first, last - first, (_error, keysyms) => {
    const keycode = first + keysyms.findIndex((row) => row[0] === keysym);
    for (const locks of [0, CAPS_LOCK, NUM_LOCK, CAPS_LOCK | NUM_LOCK]) {
      const modifiers = CONTROL_AND_ALT | locks;
      client.GrabKey(root, 0, modifiers, keycode, ASYNCHRONOUS, ASYNCHRONOUS);
    }
    // Errors of the grabs come before this answer.
    client.GetInputFocus(() => process.stdout.write(refused ? 'refused\n' : 'grabbed\n'));
  });
});
let refused = false;
client.on('error', () => {
  refused = true;
});
client.on('event', ({ name }) => {
  if (name === 'KeyPress') process.stdout.write('pressed\n');
});
