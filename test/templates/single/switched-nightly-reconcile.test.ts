// The pack's test, run on the form for single packages.
import './take-switched';
import '../nightly-reconcile.test';
