/**
 * Who may be deployed. A bundle that is not of the distribution resolves only if its JAR is completely signed by somebody
 * whom the operator names; what does not resolve runs nothing.
 */
package io.renkei.deploy.internal;
