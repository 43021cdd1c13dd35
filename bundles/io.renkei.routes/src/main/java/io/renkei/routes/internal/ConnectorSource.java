package io.renkei.routes.internal;

/**
 * Where a connector comes from.
 *
 * @param bundle its symbolic name and version, for operators
 * @param connectorId the kind, as its service says
 * @param loader of its bundle as it is wired now; connectors with one loader share a Camel context
 */
record ConnectorSource(String bundle, String connectorId, ClassLoader loader) {}
