import type { OperationId } from "@/lib/domain/ids";
import type { OperationForm } from "@/lib/domain/operation";
import { sleep } from "@/lib/launcher/waiting";
import type { Draw } from "@/lib/sandbox/draw";

import type { Answered } from "./answered";
import { LOST, type Door, type Lost, type Session, type Submission } from "./door";
import { drawFor, isOneOf100 } from "./draw-for";
import type { PlannedOperation } from "./plan";

/** What a person was in the end told of one thing that they asked for. */
export interface Asked {
  readonly operationId: OperationId;
  readonly cardId: string;
  readonly reference: string;
  /** How often the button was pressed. */
  presses: number;
  /** The last word about it; null when the desk never said that it has it on record. */
  told: string | null;
}

export interface PersonOptions {
  readonly door: Door;
  readonly seed: number;
  readonly number: number;
  /** Called when an operation is on record. */
  readonly onRecorded: () => void;
  /** Called with what a sound desk does not do. */
  readonly onSurprise: (words: string) => void;
}

/** A movement that is proposed for an unknown operation. */
export interface ProposedMovement {
  readonly operationId: OperationId;
  readonly movementId: string;
}

const PEOPLE = ["supervisor@desk.test", "agent@desk.test"];
const INSTANCES = 2;
/** As the form looks for an operation after an answer that was lost. */
const LOOKS = 3;
const PAUSE_MS = 150;
/** Without this, all that is planned would be asked in the second in which an issuer that is away refuses it. */
const READING_MS = 300;
/** Longer than everything together may be away; then a person gives up, and the run has failed. */
const PATIENCE_MS = 180_000;

/** A person at the desk, without a browser: does what the form does, and what people do when nothing comes back. */
export class Person {
  readonly asked: Asked[] = [];
  readonly #options: PersonOptions;
  /** Unknown, and to be sent again if it turns out that they never arrived. */
  readonly #open: PlannedOperation[] = [];
  #session: Session = "";

  constructor(options: PersonOptions) {
    this.#options = options;
  }

  /** Asks for one operation until it is on record, and then does the rest of what is planned with it. */
  async work(planned: PlannedOperation): Promise<void> {
    const draw = drawFor(this.#options.seed, "person", planned.index);
    const status = await this.#ask(planned, planned.operationId, draw);
    this.#options.onRecorded();
    if (status === null) return;
    if (status !== "applied") await sleep(READING_MS);
    await this.#pressAgain(planned, draw);
    if (planned.isChecked && status === "unknown") {
      await this.#options.door.check(this.#instance(draw), this.#session, planned.operationId);
    }
    if (status === "refused" && planned.againId !== null) {
      await this.#ask(planned, planned.againId, draw);
    }
    if (status === "unknown" && planned.againId !== null) this.#open.push(planned);
    const [oldest] = this.#open;
    if (oldest !== undefined && (await this.#followUp(oldest, draw))) this.#open.shift();
  }

  /** Waits for the outcome of what is still unknown, and sends again what never arrived. */
  async finish(): Promise<void> {
    const draw = drawFor(this.#options.seed, "finish", this.#options.number);
    const giveUpAtMs = performance.now() + PATIENCE_MS;
    for (const planned of this.#open) {
      while (performance.now() < giveUpAtMs && !(await this.#followUp(planned, draw))) {
        await sleep(READING_MS);
      }
    }
  }

  /**
   * As a supervisor: confirms what is proposed. Where a reference was given back once, the desk does not decide by
   * itself whose the movement is; here nobody but the run's own people uses its references.
   */
  async confirm({ operationId, movementId }: ProposedMovement): Promise<void> {
    const draw = drawFor(this.#options.seed, "confirm", operationId);
    const input = { operationId, movementId, reason: "It carries our reference" };
    const answer = await this.#options.door.confirm(this.#instance(draw), this.#session, input);
    if (answer !== LOST && !answer.ok && answer.failure.kind !== "wrong-status") {
      this.#options.onSurprise(`${operationId}, confirmed, was answered ${answer.failure.kind}`);
    }
  }

  /** True once there is nothing more to do: it has arrived, or it has been sent again. */
  async #followUp({ operationId, againId, cardId, form }: PlannedOperation, draw: Draw) {
    const instance = this.#instance(draw);
    const status = await this.#options.door.statusOf(instance, this.#session, operationId);
    if (status !== "not-applied" || againId === null) return status === "applied";
    const answer = await this.#options.door.sendAgain(this.#instance(draw), this.#session, {
      operationId: againId,
      resends: operationId,
    });
    if (answer === LOST) return false;
    if (!answer.ok) return this.#isNoNews(answer.failure.kind, form.reference);
    const { reference } = form;
    const told = answer.value.status;
    this.asked.push({ operationId: againId, cardId, reference, presses: 1, told });
    return true;
  }

  /** The last look before it is sent again may find it after all; and an issuer that is away passes. */
  #isNoNews(kind: string, reference: string): boolean {
    if (kind === "wrong-status") return true;
    if (kind !== "issuer-unavailable") {
      this.#options.onSurprise(`${reference}, sent again, was answered ${kind}`);
    }
    return false;
  }

  async #ask(planned: PlannedOperation, id: OperationId, draw: Draw): Promise<string | null> {
    const { cardId, form } = planned;
    const asked: Asked = {
      operationId: id,
      cardId,
      reference: form.reference,
      presses: 0,
      told: null,
    };
    this.asked.push(asked);
    let goOnReason: string | null = null;
    const giveUpAtMs = performance.now() + PATIENCE_MS;
    while (performance.now() < giveUpAtMs) {
      const input = { operationId: id, cardId, balanceSeen: null, form };
      const answer = await this.#press(
        { ...input, ...(goOnReason !== null && { goOnReason }) },
        planned.isDoublePressed,
        draw,
        asked,
      );
      if (answer !== LOST && answer.ok) return (asked.told = answer.value.status);
      if (answer === LOST) {
        const status = await this.#lookFor(id, draw);
        if (status !== null) return (asked.told = status);
      } else if (answer.failure.kind === "similar") {
        goOnReason = planned.goOnReason ?? "It is another one";
      } else {
        await this.#overcome(answer.failure.kind, asked, draw);
      }
    }
    return null;
  }

  /** Once or twice at the same moment; the answer that says more counts. */
  async #press(
    input: Submission,
    isDouble: boolean,
    draw: Draw,
    asked: Asked,
  ): Promise<Answered | Lost> {
    const presses = Array.from({ length: isDouble ? 2 : 1 }, () => {
      asked.presses += 1;
      return this.#options.door.submit(this.#instance(draw), this.#session, input);
    });
    const answers = await Promise.all(presses);
    const said = answers.filter((answer) => answer !== LOST);
    return said.find(({ ok }) => ok) ?? said[0] ?? LOST;
  }

  /** The status of an operation after its answer was lost; null when it cannot be found. */
  async #lookFor(id: OperationId, draw: Draw): Promise<string | null> {
    // Some do not wait for it and press again at once, which must be as safe.
    const looks = isOneOf100(draw, 30) ? 0 : LOOKS;
    for (let look = 0; look < looks; look += 1) {
      await sleep(PAUSE_MS);
      const status = await this.#options.door.statusOf(this.#instance(draw), this.#session, id);
      if (status !== LOST && status !== null) return status;
    }
    return null;
  }

  /** A failure that passes is waited for; any other is not to be met in a run at all. */
  async #overcome(kind: string, asked: Asked, draw: Draw): Promise<void> {
    if (kind === "signed-out") {
      await this.signIn(draw);
      return;
    }
    if (kind !== "issuer-unavailable") {
      this.#options.onSurprise(`${asked.reference} (${asked.operationId}) was answered ${kind}`);
    }
    await sleep(PAUSE_MS);
  }

  /** What is on record already: the same again, and the same id for other money. */
  async #pressAgain(planned: PlannedOperation, draw: Draw): Promise<void> {
    const { operationId, cardId, form } = planned;
    const input = { operationId, cardId, balanceSeen: null, form };
    const { door, onSurprise } = this.#options;
    if (planned.isPressedLater) {
      const answer = await door.submit(this.#instance(draw), this.#session, input);
      if (answer !== LOST && !answer.ok) {
        onSurprise(`${form.reference}, pressed again, was answered ${answer.failure.kind}`);
      }
    }
    if (planned.isForgedLater) {
      const forged = { ...input, form: otherMoney(form), goOnReason: "forged" };
      const answer = await door.submit(this.#instance(draw), this.#session, forged);
      if (answer !== LOST && (answer.ok || answer.failure.kind !== "id-reused")) {
        const words = answer.ok ? "accepted" : `answered ${answer.failure.kind}`;
        onSurprise(`${form.reference} with other money under the same id was ${words}`);
      }
    }
  }

  /** Signs in at either instance, however long that takes. */
  async signIn(draw: Draw = drawFor(this.#options.seed, "sign-in", this.#options.number)) {
    const email = PEOPLE[this.#options.number % PEOPLE.length] ?? "";
    for (;;) {
      const session = await this.#options.door.signIn(this.#instance(draw), email);
      if (session !== null) {
        this.#session = session;
        return;
      }
      await sleep(PAUSE_MS);
    }
  }

  #instance(draw: Draw): number {
    return draw.whole(0, INSTANCES - 1);
  }
}

function otherMoney(form: OperationForm): OperationForm {
  return { ...form, amount: `9${form.amount}` };
}
