import { NotFoundMessage } from "@/app/_shell/not-found-message";

/** A page of the desk called `notFound()`: the shell stays around the answer. */
export default function DeskNotFoundPage() {
  return <NotFoundMessage hasShell />;
}
