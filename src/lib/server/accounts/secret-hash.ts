import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for Argon2id, the algorithm this library uses when none is named. About 22 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of 32 random bytes that nobody kept. Same cost as a real one, so that an unknown account answers no faster. */
const DECOY =
	'$argon2id$v=19$m=19456,t=2,p=1$cW/7X7i0Z92wkvdNRmBFBQ$dPx40iN7LktBvFHphgKQVT8QBlU3eOCUvEWZXzxw/Ug';

/** Argon2id hash of a password or a code, with its own salt, in PHC form. */
export function hashSecret(secret: string): Promise<string> {
	return hash(secret, COST);
}

/**
 * Whether `secret` is the one that was hashed. Without a hash (unknown account, none chosen yet, dead code) the same
 * work is done and the answer is no.
 */
export async function verifySecret(
	hashed: string | null | undefined,
	secret: string
): Promise<boolean> {
	const same = await verify(hashed ?? DECOY, secret);
	return same && Boolean(hashed);
}
