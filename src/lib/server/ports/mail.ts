/** An e-mail ready to leave. Plain text: it must be readable on any phone and say little. */
export type OutgoingMail = {
	id: string;
	recipient: string;
	subject: string;
	body: string;
	attachment?: { name: string; type: string; text: string } | null;
};

/** Sends one e-mail. Answers what came of it and never throws for a refusal of the mail server. */
export type SendMail = (
	mail: OutgoingMail
) => Promise<{ outcome: 'sent' | 'deferred' | 'refused'; detail: string | null }>;
