/**
 * What a private delivery service (民間送達サービス) holds for a person, asked over REST and JSON under mutual TLS. {@link
 * io.renkei.connector.privatedelivery.internal.ServiceApi} makes the calls, {@link
 * io.renkei.connector.privatedelivery.internal.ServiceAnswers} reads what comes back. The subject of the link travels in a header, so that
 * it stands in no URL.
 */
package io.renkei.connector.privatedelivery.internal;
