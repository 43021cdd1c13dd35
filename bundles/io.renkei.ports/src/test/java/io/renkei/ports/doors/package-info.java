/** What stands behind a door in its tests: the kernel's ports in memory, with answers that depend on what is sent. */
package io.renkei.ports.doors;
