/** GRS80's ellipsoid, and the scale of the grid. */
const AXIS = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const SCALE = 0.9996;
const EAST_OF_MERIDIAN = 500_000;

const E2 = FLATTENING * (2 - FLATTENING);
const SECOND_E2 = E2 / (1 - E2);
const E1 = (1 - Math.sqrt(1 - E2)) / (1 + Math.sqrt(1 - E2));

const degrees = (radians: number) => (radians * 180) / Math.PI;

/** Series of the latitude at the foot of the meridian, by the arc's angle. */
const footLatitude = (mu: number): number =>
	mu +
	((3 * E1) / 2 - (27 * E1 ** 3) / 32) * Math.sin(2 * mu) +
	((21 * E1 ** 2) / 16 - (55 * E1 ** 4) / 32) * Math.sin(4 * mu) +
	((151 * E1 ** 3) / 96) * Math.sin(6 * mu);

/**
 * Metres of a UTM zone of the northern half as degrees, to some centimetres. Danish registers write places in zone 32
 * (EPSG:25832).
 */
export function fromUtm(easting: number, northing: number, zone: number): { latitude: number; longitude: number } {
	const mu = northing / SCALE / (AXIS * (1 - E2 / 4 - (3 * E2 ** 2) / 64 - (5 * E2 ** 3) / 256));
	const foot = footLatitude(mu);
	const [sin, cos, tan] = [Math.sin(foot), Math.cos(foot), Math.tan(foot)];
	const curve = 1 - E2 * sin ** 2;
	const [n, r] = [AXIS / Math.sqrt(curve), (AXIS * (1 - E2)) / curve ** 1.5];
	const [t, c] = [tan ** 2, SECOND_E2 * cos ** 2];
	const d = (easting - EAST_OF_MERIDIAN) / (n * SCALE);
	const latitude =
		foot -
		((n * tan) / r) *
			(d ** 2 / 2 -
				((5 + 3 * t + 10 * c - 4 * c ** 2 - 9 * SECOND_E2) * d ** 4) / 24 +
				((61 + 90 * t + 298 * c + 45 * t ** 2 - 252 * SECOND_E2 - 3 * c ** 2) * d ** 6) / 720);
	const longitude =
		(d -
			((1 + 2 * t + c) * d ** 3) / 6 +
			((5 - 2 * c + 28 * t - 3 * c ** 2 + 8 * SECOND_E2 + 24 * t ** 2) * d ** 5) / 120) /
		cos;
	return { latitude: degrees(latitude), longitude: zone * 6 - 183 + degrees(longitude) };
}
