/** Vendors whose credentials have no form of their own: the words by which their names tell them, and how long they are of which signs. */

/**
 * One vendor a word: names, the first of which is the id, a slash, and shapes.
 *
 * A shape is a row of pieces: a class with how many of it, or text between quotes. Classes: `d` digits, `x` lower-case hex, `X` hex, `u` digits and upper case, `l` digits and lower case, `a` letters and digits, `w` those and `_-`, `b` those of base64, `t` all that a token may have, `p` all that can be printed but blanks and quotes; `U` is a UUID.
 */
export const VENDORS: string = `
abstract/l32 abuseipdb/l80 abyssale/a40 accuweather/p35|a32 adafruit/w32 adobe/X32|t12|l32 adzuna/l32 aeroworkflow/p20 agora/l32
aha/x64 airbrake/w40|w32 airship/a91 airtable/a1-200'.v1.'w1-200'.'X1-200|a17 airvisual/w36 aiven/b372
alchemy/t32-36|w24-64|a23'_'a8 alconost/a32 alegra/w20 aletheiaapi/u32 algolia/a32 alibaba,aliyun/a30-64 alienvault/l64
allsports/l64 amadeus/a16|a32 ambee/x64 amplitude/X32 anypoint/U|X32 apacta/w36 api2cart/x32 apideck/a40 apiflash/l32
apifonica/a11'-'a4'-'a4'-'a4'-'a12|l11'-'l4'-'l4'-'l4'-'l12 apify/a36 apilayer/a32 apimatic/w64 apimetrics/a32 apitemplate/a39
apollo/w22 appcenter/X40 appcues/w36|w39 appointedd/b88 appoptics/w71 appsynergy/a64 apptivo/w32|w36
artifactory,bintray,jfrog,xray/a73|a64 artsy/a20|a32 asana/t18-200 assemblyai/a32 atera/a32 atlassian,confluence,jira/a20X4|U|w24
audd/w32 auth0/w32-60|w64-200 authress/t59-204 autodesk/a16|a32 autoklose/w32 autopilot/X32 avaza/d1-10'-'X40 aviationstack/a32
aws/b40 axonaut/a32 aylien/l32 ayrshare/u8'-'u8'-'u8'-'u8|a8'-'a8'-'a8'-'a8
azure,openai/U|b86'=='|t3d1'Q.'t31-34|a84|b83-85a1'=='|w20-56 azurenotificationhub/b32-88b0-2 azureopenai/X32
azurestorage/t86-90|t86-88b0-2 bannerbear/a22'tt' baremetrics/t21-28 baseten/a8'.'a32 beamer/t45'='|'b_'t44 beebole/a40
besnappy/X64 besttime/w36 betterstack/a24 billomat/x32 bitbar/a32 bitbucket/t44|t64|a30-40 bitcoinaverage/a43 bitfinex/w43
bitly/w40 bitmex/w24|w48 bitrise/w60-120 bittrex/a32 blazemeter,runscope/U blitapp/w39 blocknative/U blogger/w39 blynk/w32|w40
bombbomb/b88 boostnote/X64 borgbase/t148-152 box/a32 braintree/x32|l16 brandfetch/p43'='|a40 browserstack/a20 browshot/w28
bscscan/a34 buddyns/a40 budibase/X32'-'X78-80|x32'-'x78-80 bugherd/a22 bugsnag/U buildkite/l40 bulbul/a32 bulksms/w37|p29
buttercms/a40 calendarific/a32 calorieninja/a40 campayn/a64 canny/U capsulecrm/t64 captaindata/x64|U carboninterface/a21
cashboard/u3'-'u3'-'u3'-'u3 caspio/l50 censys/a32|w36 centralstation,centralstationcrm/a30 cexio/a24-27 chartmogul/a32 chatbot/w32
chatfuel/a128 checklyhq/a32 checkvist/a14 cicero/a40 circle,circleci/X40 civo/a50 clarifai/X32-36|a32 clay/X20 clearbit/w35
clickhelp/a24 clickhouse/a20 cliengo/U clientary,ronin/a24-26 clinchpad/l32 clockify/a48 clockwork,textanywhere/a24
cloudelements/a43|l32 cloudflare/X37|w38-42|x37-45 cloudimage/w30 cloudinary/w27|a32 cloudmersive/w36 cloudplan/w32
cloudsight/a20-24 cloudsmith/X40 cloverly/t28 cloze/x32 clustdoc/a60 coda/U codacy/a20-24 codeclimate/x40|x64 codecov/w36|a32
codemagic/w43 codequiry/w64 cohere/a40 coinapi/w36 coinbase/w32|w64 coinlayer/a32 coinlib/a16 collect2/U commercejs/w48
commodities/a60 companyhub/a20 configcat/w22'/'w22 confluent/b64|a16 contentful/t43|w43-45 conversiontools/'ey't157-165
convertapi/a16 convertkit/w22 convier/d2p1a40 copper/l32 couchbase/b60-120b0-2 countrylayer/a32 coveralls/w37 craftmypdf/a35
crowdin/a80 cryptocompare/w64 currencycloud/l64 currencyfreaks/a32 currencylayer/a32 currencyscoop/a32 currentsapi/t48
customerio/X32|a20 cypress/U daily/X64 dandelion/a32 dareboost/a60 databox/b21 datadog/w40|w32 datagov/a40 debounce/a13 deepai/w36
deepgram/a40 delighted/a20-40 demio/a32 deputy/l32 detectify/a32 detectlanguage/a32 deviantart/X32|a40-80 dfuse/a32 diffbot/a32
diggernaut/a40 digitalocean/w64 discord/X64|t32|w24'.'w6'.'w27 disqus/a64
ditto/a8'-'a4'-'a4'-'a4'-'a12'.'a40|l8'-'l4'-'l4'-'l4'-'l12'.'l40 django/p45-55 dnscheck/w36|a32 docker/U docparser/X40
dovico/l32'.'l1-200 dronahq/a50 drone,droneci/t32-200 dropbox/a11'AAAAAAAAAA't43|a15 duo/'DI'u18|a40 duply/u7'-'u7'-'u7'-'u7|U
dwolla/w50 dynalist/w128 dyspatch/a52 eagleeyenetworks/a15 easyinsight/a20 ebay/w1-200'-'w1-200'-PRD-'x8-12'-'x8-12 edamam/l32
edenai/a36'.'a92'.'w43 eightxeight/a43|w18-30 elasticemail/w96 enablex/a36|l24 enigma/a40 envoy/a220 eraser/a20 etherscan/a34
ethplorer/w22 etsy/a24|a24':'a10-64 eventbrite/a20 everhour/X4'-'X4'-'X6'-'X6'-'X8|X4'-'x4'-'x6'-'x6'-'x8 exchangerate/a24
exchangerates/a32 exoscale/w40-60 exportsdk/w36|l5-15'_'w36 extractorapi/w40 facebook/a32|t43-57|d15-16p1w27-40 faceplusplus/w32
fastforex/w28 fastly/t32 feedier/a32 fetchrss/t40 fibery/x8'.'x35
figma/t41|X4'-'X8'-'X4'-'X4'-'X4'-'X12|d6'-'l8'-'l4'-'l4'-'l4'-'l12 fileio/t39|a20'.'a20 finage/a32 financialmodelingprep/a32
findl/U finicity/X32|a20 finnhub/a20 fixer/a32 flat/a128 fleetbase/a20 flickr/a32 flightapi/a24 flightlabs/'ey'a34'.ey't300-350
flightstats/l32 float/X16b42-43'='|x16b42-43'=' flowflu/a51 flyio/t47-200 fmfw/w32 formbucket/a8-200'.'a8-400'.'w8-100
formcraft/a16 formsite/a32 foursquare/a48 frameio/w64 freshbooks/a64 freshdesk/a20 freshworks/w22 front/a36'.'t188-244 fulcrum/a80
fullstory/t88 fxmarket/t20 gcp/a35-40 geckoboard/a44 gengo/p64 geoapify/a32 geocode/a28 geocodify/a40 geocodio/l39 getemail/w20
getemails/w18|w26 getgeoapi/a40 getgist/b68 getresponse/a32 getsandbox/w15-30|w40 gitalk/x20 gitea/X40 github/a20|a40|'gh'l1'_'a36
gitlab/a1t19-21 gitter/w40 glassnode/a27 glm,zai,zlm/X32'.'a16 gocanvas/b43'=' goodday/a32 graph/l25 graphhopper/w36 greptile/b48
groove/a64 gtmetrix/X32 guardian/U gumroad/t43-64 guru/a30|a50|U gyazo/w43 happyscribe/a24 harvest/t97
hashicorp,vault/a14'.atlasv1.'t60-70|b44|'b.'w24-500|'r.'w24-500|'s.'w24-128 hasura/a64 hellosign/t64 helpcrunch/t328
helpscout/a20-64 hereapi/w43 heroku/U hive/a17|l32 hiveage/w20 holidayapi/w36 holistic/X64 honeycomb/t22-32 hostio/l14
html2pdf/a64 hubspot/U humanity/a40 hunter/w40 hybiscus/a43 hypertrack/w27|w54 ibm/w42-44 iconfinder/a64 iexcloud/w35 imagekit/t36
imagga/b72 impala/w46 influx/t88-200 infomaniak/w60-100 infura/a32 insightly/w36 instabot/b43b1 instamojo/a128|a40
instantly/b66'==' intercom/b59'='|t60 interseller/U intrinio/a44 invoiceocean/a20 ip2location/a32 ipapi/a32 ipgeolocation/a32
ipifi/w32 ipinfo/X14 ipinfodb/a64 ipquality/a32 ipstack/t32 iterable/a32-36 jenkins/t32-36|x30-36 jira/w24 jotform/a32
jumpcloud/a40 jupiterone/a76 juro/a40 kagi/w11'.'w43 kanban/u12 kanbantool/u12 karma/a20 keen/a64|l24 kickbox/w1-200a64 kling/a32
klipfolio/X40 knapsackpro/a32 kontent/w36 kraken/t80-90|b56 kubernetes/l6'.'l16 kucoin/X24|U kylas/w36 languagelayer/a32
lark,larksuite/a32|'a-'t30-35|'t-'t14-50|'u-'t14-50|'a-'t14-50 launchdarkly/X24|t40 leadfeeder/w43 lemlist/X32 lessannoyingcrm/w57
lighton,paradigm/w40-80 line/t171-172 linear/X32 linenotify/a43 linked,linkedin/a12-14|a16 linkpreview/a32 liveagent/a32
loadmill/a40 lob/w40 loggly/U loginradius/U logz/U lokalise/a40 looker/a20|a24 loyverse/w32 lunchmoney/X50 luno/w43|l13 m3o/a48
madkudu/X32 magicbell/w40 magnetic/U mailboxlayer/a32 mailchimp/X32'-us'd1-3 mailerlite/a32 mailgun/a32'-'a8'-'a8|w72|a32
mailjet/a32|a87'=' mailmodo/u7'-'u7'-'u7'-'u7|a7'-'a7'-'a7'-'a7 mailsac/'k_'a36-200 mandrill/w20-24 manifest/t32 mapquest/a32
marketstack/a32 mattermost/a26|w1-200'.cloud.mattermost.com' mavenlink/a64 maxmind,geolite/a6'_'a29'_mmk'|a16 meaningcloud/l32
mediastack/a32 meistertask/a43 meraki/X40 mesibo/a64 messagebird/U|w25 metaapi/x24|x64 metabase/w36 metrilo/a16 mindmeister/a43
miro/a27 mistral/a32 mite/l16 mixmax/w36 mixpanel/t30-40 mockaroo/a8 moderation/a36'.'a115'.'w43 mongodb/U monkeylearn/X40
moonclerk/a32 moosend/U moralis/a64 mux/U|b75 myintervals/a11 nasa/a40 nasdaq/w20 netcore,pepipost/w32 nethunt/p25-30
netlify/X60-64|t40-46 netsuite/a64 neutrinoapi/a48 newrelic/a64|X40|t4'-'t42 newsapi/a32 newscatcher/w43 nexmo/w16 nftport/U
ngc/a26':'a8'-'a4'-'a4'-'a4'-'a12 ngrok/t28-52|'2'a26'_'d1a20 nicereply/X40 nimble/a30 noticeable/a20 nozbe,nozbeteams/a16'_'t64
npm/U nuget/a46 numverify/a32 nutritionix/l32 nvidia,nvapi/w64 nylas/t30-71 nytimes/t32 oanda/a24 ollama/X32'.'w24 omnisend/w75
onepagecrm/b44|l24 onesignal/U onfleet/a32 oopspam/a40 opencagedata/a32 openuv/a32 openweather/t32-38 opsgenie/U optimizely/t54
overloop/w50 ovh/w16|w32 owlbot/a40 packagecloud/X48 pagerduty/t20-32 pandadoc/a40 pandascore/w51 paralleldots/a43 parsehub/a12
parsers/l64 parseur/X40 particle/a40 partnerstack/a64 pastebin/w32 paydirtapp/a32 paymoapp/a44 paymongo/w32
paypal/'A'w78-99|t44-80|t78-120|'a'w59 pdflayer/a32 pdfshift/X32 pendo/a32-64 peopledatalabs/a64 percy/X64 phrase/l64
pinata/l20|l64 pinecone/U pipedream/a32 pipedrive/a40 pivotal/l32 pixabay/w34 plaid/a24|a30 planetscale/a12
planview,planviewleankit/x128 planyo/a62 plivo/'MA'a18|w40|u20 podio/a32 pollsapi/a28 poloniex/u8'-'u8'-'u8'-'u8|x128 polygon/a32
polymarket/b40-200b0-2|w8-128|U positionstack/w32 postageapp/a32 postbacks/U postmark/U powrbot/a40 privacy/U privateai/l32
prodpad/X64 prospect/w32 protocols/a64 proxycrawl/w22 purestake/a40 pushbullet/t34 pusher/l20 pyxis,redhat/l32 qase/a40
qualaroo/b64 qubole/a64 railway/t36 rapidapi/w50 raven/w16 rawg/a32 reachmail/w64 rebrandly/w32 refiner/U
rentman/'ey'a34'.ey't250-300 repairshopr/w51 replyio/a24 requestfinance/u7'-'u7'-'u7'-'u7|a7'-'a7'-'a7'-'a7 restpack/a48
rev/b27'='|w27 revamp/p25-30|a40 ringcentral/w22 ritekit/X44 roaring/w28 rocketreach/w39 rockset/a64 route4me/a32 rownd/l48|U
runrunit/a18-20|x32 salescookie/t32 salesflare/w45 salesforce/t19-64|'00'a13'!'t80-260 salesmate/U sanity/'sk'a79
satismeter/a24|a32 sauce/w36 saucelabs/U scaleway/U scalr/t136 scrapeowl/a30 scraper,scraperapi/a32 scraperbox/a32 scrapestack/a32
scrapfly/t32-41 scrapingant/a32 scrapingbee/a80 screenshotapi/u7'-'u7'-'u7'-'u7|a7'-'a7'-'a7'-'a7 screenshotlayer/w32
scrutinizer/a64 securitytrails/a32 segment/w43'.'w43 selectpdf/w36 semaphore/a32 sendbird/U|X24|X40 sentry/X64 serphouse/a60
serpstack/a32 sheety/l32|l64 sherpadesk/a32 shipday/t11a20 shodan/a32 shopify/a32 shortcut/U shotstack/a40 shutterstock/a16|a32
sidekiq/X8':'X8 signalwire/a50|U signaturit/a86 signupgenius/a32 sigopt/a48 simfin/a32 simplesat/a40 simvoly/a33 sinch/l32
sirv/a26 siteleaf/a32 skrapp/a42 skybiometry/l25-26 slack/t66-200 smartsheets/t26-37 smartystreets/a20|w36 smooch/w86 snipcart/w75
snowflake/w100-500 snyk/U solarwinds/w71 sonar/a40 sourcegraph/t40-61 sparkpost/a40 speechtext/X32 splunk/a22 spoonacular/a32
sportsmonk/a60 spotify/w100-200|a32 squarespace/U sslmate/a36 statuscake/a20 statuspage/t36-64 statuspal/a32 stitchdata/w35
stockdata/a40 storecove/w43 stormboard/X40 stormglass/w73 storyblok/a22l2|a22'tt'|a22'tt-'d6'-'w20 strava/l40 streak/X32
stripe/t18-107 stytch/w47'='|w49 sugester/a32 sumologic,sumo/a64|'su'a12 supabase/a40 supernotes/w43 survey/w36|a32 surveybot/w80
surveysparrow/w88 survicate/a32 swell/a32 swiftype/t20|a6'_'a6'-'a6 tableau/b22'==:'a32 tatum/w36 taxjar/a32 teamgate/a80|l40
technicalanalysisapi/a48 tefter/a20 telegram/d5-16':A'w34|d8-10':'w35 teletype/w64 testingbot/l32 textmagic/a30 theoddsapi/X32
thingsboard/a20 thinkific/x32 thousandeyes/a32 ticketmaster/a32 tiingo/a40 timecamp/a26 timezoneapi/a20 tines/a32 tly/a60
tmetric/a64 todoist/a40 toggl/a32 tokeet/U tomorrow/a32 tomtom/a32 tradier/a28 transferwise/U travelpayouts/a32 travis/w22
trello/w32|w60-70 tru/U|p26 truenas/d1-10'-'a64 twelvedata/a32 twilio/'SK'X32|a32 twist/x40 twitch/a30
twitter/a18-25|p73-200|a35-50 tyntec/a32 typeform/a44 typetalk/a32|a64 uclassify/a12 unify/t44 unplugg/a64 unsplash/w43
upcdatabase/a32 uplead/w32 uploadcare/l20 upstage/a40-50 uptimerobot/a9'-'a24 upwave/a32 urlscan/w36 userflow/w29 userstack/a32
vast/X64 vatlayer/a32 vault/t26-124 vercel/a24 verifier/l96 verimail/a32 veriphone/a32 versioneye/w40 virustotal/X64
visualcrossing/a25 voicegain/'ey'w34'.ey'w108'.'w43 voodoosms/a46 vouchery/w36 vpnapi/a32 vultr/a36 vyte/a50 wakatime/U
walkscore/a32 wandb,weightsandbiases/X40 weatherbit/a32 weatherstack/a32 webex/'C'x64|x64 webflow/a64 webscraper/a60
webscraping/a32 websitepulse/x32 wepay/p62 whoxy/a33 wistia/a64 wit/u32 wiz/a53|a64 worksnaps/a40 workstack/a60 worldcoinindex/a35
worldweather/a31 wpengine/a24-64 wrike/'ey't333 yandex/'YC'w38|t83 yelp/t128 youneedabudget/X64 yousign/a32 youtube/w14|w24|w39
zapier/b16 zendesk/w40 zenkit/a8'-'a32|l8'-'a32 zenrows/X40 zenscrape/U zenserp/w36 zeplin/t350-400 zerobounce/a32 zerotier/a32
zipapi/a32 zipcodeapi/a64 zipcodebase/U zonka/a36
`;
