/**
 * Takes one application, or says all that is wrong with it. {@link io.renkei.intake.internal.Checker} is the whole
 * verdict and stores nothing: open, recognise, verify, read, plan. {@link io.renkei.intake.internal.Intake} adds what
 * makes a submission: the sender's number, the sealed receipt and the one transaction that keeps everything.
 *
 * <p>A package is read once into memory up to the configured bound and parsed once. What is believed of it comes from the
 * very nodes whose signatures were verified; only a dry run looks at unverified ones, to tell more faults at once.
 */
package io.renkei.intake.internal;
