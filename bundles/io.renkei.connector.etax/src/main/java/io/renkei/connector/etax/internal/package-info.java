/**
 * e-Tax: XTX files over SOAP 1.1, by the contract in {@code wsdl/etax-reception.wsdl}. Filings go out by the {@link
 * io.renkei.connector.etax.internal.EtaxDispatchRoute} and are asked about by {@link
 * io.renkei.connector.etax.internal.EtaxInquiries}. The filing key travels as the name of the sent file, {@code <filing
 * key>.xtx}, by which the reception is looked up.
 *
 * <p>Three acceptances are kept apart: the immediate notice (即時通知) says that the file was taken, the message box
 * (受信通知) says that it passed the content check, and the official document decides. The filer is named in the file, so
 * no call needs a sender's consent.
 */
package io.renkei.connector.etax.internal;
