/**
 * Data that stays with its company (企業が自ら保管するデータ). {@link io.renkei.companystore.internal.SubmissionDesk} takes records of
 * it; {@link io.renkei.companystore.internal.ReferenceDesk} answers agencies that refer to it; {@link
 * io.renkei.companystore.internal.CompanyStore} fetches one object from one company's store and from no other host; {@link
 * io.renkei.companystore.internal.Spool} keeps it until it was compared. An object that is not as it was recorded is not
 * released, not even its first byte.
 */
package io.renkei.companystore.internal;
