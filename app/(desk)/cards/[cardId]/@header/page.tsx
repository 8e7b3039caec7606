/** The card's own address leads on to a tab at once: there is nothing to put above it. */
export default function NoCardHeaderYet() {
  return null;
}
