package outbox

import (
	"errors"
	"fmt"
	"time"
)

// Fault is what is known of a send that failed.
type Fault int

// The faults. Ambiguous is the zero value: what nobody classified may have
// arrived.
const (
	Ambiguous   Fault = iota // bytes left, no answer came
	Unreachable              // nothing left: no connection
	Busy                     // refused for now: server error
	Murky                    // a gateway failed: refused for now, though it may have passed it on
	Limited                  // refused for now: too many messages; After says how long
	Refused                  // refused for good
	Gone                     // refused for good, and so is all else to that chat
	Moved                    // the chat is now To
)

// SendError is how a Sender tells the queue what became of a message.
type SendError struct {
	Fault Fault
	After time.Duration // with Limited
	To    int64         // with Moved
	Err   error
}

func (e *SendError) Error() string { return e.Err.Error() }
func (e *SendError) Unwrap() error { return e.Err }

// fault returns the parts of an error that the queue acts on.
func fault(err error) SendError {
	if e, ok := errors.AsType[*SendError](err); ok {
		return *e
	}
	return SendError{Fault: Ambiguous, Err: err}
}

// Bounds of the policy.
const (
	tooOld      = 24 * time.Hour // a message that could not be sent for so long is given up
	busyTries   = 8              // of one message while others get through
	backoffMin  = 500 * time.Millisecond
	backoffMax  = 30 * time.Second
	answerTries = 2 // sends of an answer with an unknown end
)

// verdict is what becomes of an item after a failed send: State is empty if it
// is to be tried again after Wait.
type verdict struct {
	State State
	Wait  time.Duration
	Again bool
}

// judge decides by the class of the item and what is known of the send. streak
// counts the failures of all chats since anything got through.
func judge(it item, f SendError, edit bool, streak int, now time.Time) verdict {
	if f.Fault != Refused && f.Fault != Gone && now.Sub(it.due) > tooOld {
		return verdict{State: Failed}
	}
	switch f.Fault {
	case Refused, Gone:
		return verdict{State: Failed}
	case Limited:
		return verdict{Wait: f.After, Again: it.again}
	case Moved, Unreachable: // everybody waits for the connection
		return verdict{Again: it.again}
	case Murky:
		if it.class == Broadcast {
			return verdict{State: Unsure}
		}
		return verdict{Wait: backoff(it.attempts), Again: !edit}
	case Busy:
		if it.attempts >= busyTries && streak <= 1 {
			return verdict{State: Failed}
		}
		return verdict{Wait: backoff(it.attempts), Again: it.again}
	}
	return unsure(it, edit)
}

// unsure decides about a message that may have arrived. An edit may be repeated
// freely: it leaves one message behind.
func unsure(it item, edit bool) verdict {
	switch {
	case edit && it.attempts < busyTries, it.class == Reminder, it.class == Answer && it.attempts < answerTries:
		return verdict{Wait: backoff(it.attempts), Again: !edit}
	}
	return verdict{State: Unsure}
}

// backoff doubles from half a second to half a minute.
func backoff(n int) time.Duration {
	if n < 1 {
		n = 1
	}
	if n > 7 {
		return backoffMax
	}
	return min(backoffMin<<(n-1), backoffMax)
}

func describe(err error) string {
	if err == nil {
		return ""
	}
	s := fmt.Sprint(err)
	if len(s) > 300 {
		s = s[:300]
	}
	return s
}
