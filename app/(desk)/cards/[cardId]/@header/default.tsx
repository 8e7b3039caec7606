/** The slot's page matches every address below the card; the router asks for this file all the same. */
// oxlint-disable-next-line import/no-default-export -- Next asks for it, as for a page.
export default function NoCardHeader() {
  return null;
}
