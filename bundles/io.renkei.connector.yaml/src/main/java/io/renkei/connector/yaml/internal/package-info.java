/**
 * Connectors without Java. Each file of the folder ({@link io.renkei.connector.yaml.internal.ConnectorFolder}) is read as a
 * tree with places ({@link io.renkei.connector.yaml.internal.Tree}) and checked as a whole ({@link
 * io.renkei.connector.yaml.internal.ConnectorFile}): its head, the bodies of requests, the tables of answers, and the route.
 * Of the route nothing goes to Camel as it was written: {@link io.renkei.connector.yaml.internal.RouteCheck} writes what it
 * found on the list of allowed steps anew, and {@link io.renkei.connector.yaml.internal.FileRoute} has Camel read that. Then a
 * file is a connector as any other ({@link io.renkei.connector.yaml.internal.FileConnector}).
 *
 * <p>What a file says is data. It can name values of the filing, and compare them; it can call nothing.
 */
package io.renkei.connector.yaml.internal;
