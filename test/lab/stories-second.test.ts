import { tellMany } from './tell-many';

// One of two files, so that two workers share the ten thousand.
test('5,000 stories from seed 5001: none doubled, none lost, no secret told', async () => await tellMany(5001, 5_000));
