/**
 * Certificates for tax deductions (控除証明書等の電子データ) of namespace {@code http://xml.e-tax.nta.go.jp/XSD/kyotsu}. Nothing is
 * parsed here: {@link io.renkei.format.deduction.internal.DeductionReader} is given the element that the signature covers. Which elements of a
 * kind say who certifies what stands in {@code kinds.csv}; {@code names.csv} holds what a person reads in place of an item code.
 */
package io.renkei.format.deduction.internal;
