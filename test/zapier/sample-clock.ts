import { clock } from '../../zapier/src/ports';
import { useInstantClocks } from '../core/instant-clock';

/** The samples' day, and no wait on Zapier takes time. */
export function useSampleClock(): void {
	useInstantClocks(clock);
}
