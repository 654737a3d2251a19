import { environment } from '../environment.ts';
import { clamd } from '../ports/antivirus-clamd.ts';
import { NO_ANTIVIRUS, type Antivirus } from '../ports/antivirus.ts';

/** The antivirus of this site: ClamAV at CLAMD_ADDRESS, or none. */
export function antivirus(): Antivirus {
	const { CLAMD_ADDRESS } = environment();
	return CLAMD_ADDRESS ? clamd({ address: CLAMD_ADDRESS }) : NO_ANTIVIRUS;
}
