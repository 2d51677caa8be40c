import { english } from '../../electron/contract/texts/english';
import { speak } from '../../renderer/ui/texts';

// What the windows load when they know their language: tests without a window read English.
speak('en', english);
