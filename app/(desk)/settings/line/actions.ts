"use server";

import { action } from "@/lib/server/action";
import { resumeLine } from "@/lib/server/line/resume-line";
import { stopLine } from "@/lib/server/line/stop-line";

export const stopLineAction = action(stopLine);
export const resumeLineAction = action(resumeLine);
