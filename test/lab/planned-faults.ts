import type { ScenarioPlan } from './scenario-plan';
import type { Subject } from './subjects';

interface RoutedRequest {
	route?: string;
	effect?: 'read' | 'write';
}

/** Gives each request of a scenario its planned fault, in the order in which they come. */
export function plannedFaults<F>(
	{ createFaults, lookUpFaults, readFaults }: Pick<ScenarioPlan<F>, 'createFaults' | 'lookUpFaults' | 'readFaults'>,
	{ routes }: Pick<Subject, 'routes'>,
): (request: RoutedRequest) => F | undefined {
	const creates = createFaults.values();
	const lookUps = lookUpFaults.values();
	const reads = readFaults.values();
	return ({ route, effect }) => {
		if (route === routes.create) return creates.next().value;
		if (route === routes.lookUp) return lookUps.next().value;
		return effect === 'read' ? reads.next().value : undefined;
	};
}
