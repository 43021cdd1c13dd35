/**
 * The full verdict on a package or an official document, without a running gateway. The same classes judge as in the
 * gateway: {@link io.renkei.intake.internal.Checker} for packages, the trust bundle's verifier for both. Nothing is kept
 * and nothing is sent.
 */
package io.renkei.tools.check;
