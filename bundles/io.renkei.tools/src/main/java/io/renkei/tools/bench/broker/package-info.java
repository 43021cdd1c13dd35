/** What runs inside the class loader of the embedded broker; see {@link io.renkei.tools.bench.BrokerLoader}. */
package io.renkei.tools.bench.broker;
