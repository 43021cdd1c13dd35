/**
 * Reads e-Gov's case folders and official documents. {@link io.renkei.format.egov.internal.EgovReader} is the service for
 * packages: {@link io.renkei.format.egov.internal.CaseFolder} sorts the files, {@link
 * io.renkei.format.egov.internal.Kousei} is what a configuration says, {@link
 * io.renkei.format.egov.internal.FormLayout} reads and writes a form by one table. {@link
 * io.renkei.format.egov.internal.DocumentReader} is the service for official documents.
 */
package io.renkei.format.egov.internal;
