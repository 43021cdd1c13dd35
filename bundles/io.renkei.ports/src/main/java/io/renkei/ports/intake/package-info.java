/** The driving ports of the doors: submit, check, and take a notice. */
@Version("0.3.0")
@Export
package io.renkei.ports.intake;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
