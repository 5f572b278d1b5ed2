// The pack's test, run on the form for single packages.
import './take-own';
import '../shop-orders.test';
