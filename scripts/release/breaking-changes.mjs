function lostValues(before, after) {
	return (before.values ?? []).filter((value) => after.values !== undefined && !after.values.includes(value));
}

function changesOfFields(where, before, after) {
	const changed = Object.entries(before).flatMap(([key, field]) => {
		const now = after[key];
		if (now === undefined) return [`${where}: the field ${key} is gone`];
		return [
			...(now.type === field.type ? [] : [`${where}: ${key} was ${field.type} and is ${now.type}`]),
			...(now.required && !field.required ? [`${where}: ${key} is required now`] : []),
			...lostValues(field, now).map((value) => `${where}: ${key} has no value ${value} any more`),
		];
	});
	// A place that did not exist before, such as a new operation, may require what it likes.
	const placeOf = (key) => key.split('.').slice(0, 2).join('.');
	const places = new Set(Object.keys(before).map(placeOf));
	const required = Object.entries(after)
		.filter(([key, field]) => before[key] === undefined && field.required && places.has(placeOf(key)))
		.map(([key]) => `${where}: the new field ${key} is required`);
	return [...changed, ...required];
}

function changesOfNode(name, before, after) {
	if (after === undefined) return [`the node ${name} is gone`];
	return [
		...before.versions
			.filter((version) => !after.versions.includes(version))
			.map((version) => `${name}: version ${version} is gone`),
		...before.credentials
			.filter((each) => !after.credentials.includes(each))
			.map((each) => `${name}: takes no credential ${each} any more`),
		...changesOfFields(name, before.fields, after.fields),
	];
}

/** What stops working for workflows made with the definition before. */
export const breakingChanges = (before, after) => [
	...Object.entries(before.nodes).flatMap(([name, node]) => changesOfNode(name, node, after.nodes[name])),
	...Object.entries(before.credentials).flatMap(([name, fields]) =>
		after.credentials[name] === undefined
			? [`the credential ${name} is gone`]
			: changesOfFields(name, fields, after.credentials[name]),
	),
];

const partsOf = (version) => version.split('.').map(Number);

/** The lowest version that may follow, by semantic versioning: before 1.0.0 the middle number is for what breaks. */
export function nextVersion(before, breaks) {
	const [major, minor, patch] = partsOf(before);
	if (!breaks) return `${major}.${minor}.${patch + 1}`;
	return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
}

/** Whether `version` is at least `lowest`. */
export function isAtLeast(version, lowest) {
	const [a, b] = [partsOf(version), partsOf(lowest)];
	const at = a.findIndex((part, index) => part !== b[index]);
	return at === -1 || a[at] > b[at];
}

/** Why a version may not be published after the last one. */
export function versionProblems(last, current) {
	if (last === undefined || last === null) return [];
	const broken = breakingChanges(last, current);
	const withoutVersion = (definition) => JSON.stringify({ ...definition, version: '' });
	if (withoutVersion(last) === withoutVersion(current) && current.version === last.version) return [];
	const lowest = nextVersion(last.version, broken.length > 0);
	if (isAtLeast(current.version, lowest)) return [];
	const required = `version ${current.version} must be ${lowest} or higher: ${last.version} was released with other fields`;
	return [
		broken.length === 0 ? required : `${required}, and this breaks workflows in use:\n    ${broken.join('\n    ')}`,
	];
}

/** The same for several pairs of definitions. */
export const versionProblemsOf = (pairs) => pairs.map(([last, current]) => versionProblems(last, current));
