/** How many dialogs of the system are on the screen, each until somebody has answered it. */
let unanswered = 0;

/** Whether a dialog of the system waits for an answer. */
export const isDialogOpen = (): boolean => unanswered > 0;

/** Gives what a dialog of the system was answered with, and counts it as open until then. */
export async function answered<T>(dialog: Promise<T>): Promise<T> {
  unanswered += 1;
  try {
    return await dialog;
  } finally {
    unanswered -= 1;
  }
}
