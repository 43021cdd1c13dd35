/**
 * SOAP 1.1 for connectors whose contract is small enough to be written and read element by element: {@link
 * io.renkei.http.soap.SoapRequest} is a call, {@link io.renkei.http.soap.SoapReader} reads an answer within bounds into a
 * {@link io.renkei.http.soap.SoapElement}. Nothing here prints or repeats what a message says.
 */
@Version("1.0.0")
@Export
package io.renkei.http.soap;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
