"use server";

import { action } from "@/lib/server/action";
import { addNote } from "@/lib/server/notes/add-note";

export const addNoteAction = action(addNote);
