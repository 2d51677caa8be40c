// Prints the packages of Debian or Ubuntu that tests and packaging need here, for `apt-get install`.
import { thisHost } from '../set-up/host.mjs';
import { debianName, neededPackages, packagingPackages } from '../set-up/system-packages.mjs';

const host = thisHost();
const names = [...neededPackages(host, true), ...packagingPackages(host)].map((one) =>
  debianName(host, one),
);
process.stdout.write(`${[...new Set(names)].join(' ')}\n`);
