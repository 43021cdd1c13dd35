package io.renkei.delivery.internal;

import io.renkei.ports.notices.NoticeId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;

/** How a notice is brought to its receiver, and what is told of where it is then. */
enum Way {
    /** To a private delivery service, which has one address for all. */
    POST {
        @Override
        HttpRequest.Builder request(URI url, NoticeId id, BodyPublisher document) {
            return HttpRequest.newBuilder(url).POST(document);
        }

        @Override
        String reference(URI url, NoticeId id) {
            return "";
        }
    },
    /** Into a company's own store, where each has a name: bringing it once more changes nothing. */
    STORE {
        @Override
        HttpRequest.Builder request(URI url, NoticeId id, BodyPublisher document) {
            return HttpRequest.newBuilder(URI.create(reference(url, id))).PUT(document);
        }

        @Override
        String reference(URI url, NoticeId id) {
            return url.toString().replaceAll("/+$", "") + "/" + id;
        }
    };

    abstract HttpRequest.Builder request(URI url, NoticeId id, BodyPublisher document);

    /** Where its addressee finds it; empty text where nobody is told. */
    abstract String reference(URI url, NoticeId id);
}
