import { clock } from '../../nodes/adapter/process-state';
import { useInstantClocks } from '../core/instant-clock';

/** The samples' day, and no wait on n8n takes time. */
export function useInstantClock(): void {
	useInstantClocks(clock);
}
