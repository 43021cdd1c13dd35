/**
 * Stands between Config Admin and every component of the gateway. {@link io.renkei.settings.internal.Guard} judges what a
 * component would be given and keeps an invalid change out; {@link io.renkei.settings.internal.History} writes each change
 * down; {@link io.renkei.settings.internal.Steward} changes settings for an operator. A configuration has a PID in Config
 * Admin ({@code io.renkei.connector.egov~hellowork}) and a name, that of its file ({@code
 * io.renkei.connector.egov-hellowork}).
 */
package io.renkei.settings.internal;
