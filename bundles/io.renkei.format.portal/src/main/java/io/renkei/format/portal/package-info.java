/**
 * Writes the portal's own application XML (namespace {@value io.renkei.format.portal.PortalWriter#NAMESPACE}) for
 * clients, samples and benchmarks. What is written is unsigned: the sender signs the one element {@code content}, whose
 * XML ID is the attribute {@code id}, and puts the signature behind it. The schema {@code application-1.xsd} stands in
 * this package.
 */
@Version("0.1.0")
@Export
package io.renkei.format.portal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
