/** A text message ready to leave, its number as providers take it: "+33612345678". */
export type OutgoingSms = { id: string; to: string; body: string };

/** Sends one text message. Answers what came of it and never throws for a refusal of the provider. */
export type SendSms = (
	sms: OutgoingSms
) => Promise<{ outcome: 'sent' | 'deferred' | 'refused'; detail: string | null }>;
