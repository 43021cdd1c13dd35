/**
 * e-Gov 電子申請API v2 (transport, identity and flow: the API's published reference). One {@link
 * io.renkei.connector.egov.internal.EgovInstance} per destination: filings go out by the {@link
 * io.renkei.connector.egov.internal.EgovDispatchRoute}, and are asked about by {@link
 * io.renkei.connector.egov.internal.EgovInquiries}. The filing key travels as the name of the sent file, {@code
 * <filing key>.zip}, which e-Gov's list gives back. Every call is in the name of a sender, with the tokens of that
 * sender's consent.
 */
package io.renkei.connector.egov.internal;
