/**
 * Agencies over SOAP 1.1. {@link io.renkei.connector.agency.internal.AgencyConnector} asks the middle server (中間サーバー) of one agency for
 * self-information, by the contract in {@code wsdl/middle-server.wsdl}; {@link io.renkei.connector.agency.internal.CodesConnector} asks for
 * the linkage codes by which agencies know a person, by {@code wsdl/linkage-code.wsdl}. The real contracts are not public: these are
 * stand-ins in the words of the published inquiry record.
 *
 * <p>What is asked names a person by the linkage code of that agency alone. What is answered is a person's data: nothing of it is logged
 * or put into an exception.
 */
package io.renkei.connector.agency.internal;
